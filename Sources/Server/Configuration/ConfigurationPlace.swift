internal import Operations

/// Where the relative paths of a configuration begin: at the file's own folder.
struct ConfigurationPlace {
    let folder: String

    func path(_ node: AccessFileNode) throws(AccessFileError) -> String {
        let text = try node.text()
        return text.hasPrefix("/") || folder.isEmpty ? text : folder + "/" + text
    }
}

extension AccessFileFields {
    /// What `read` makes of the member of that name; nil where there is none.
    func optional<Value>(
        _ name: String, _ read: (AccessFileNode) throws(AccessFileError) -> Value
    ) throws(AccessFileError) -> Value? {
        guard let node = optional(name) else { return nil }
        return try read(node)
    }
}
