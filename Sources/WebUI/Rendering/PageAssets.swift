internal import Records

/// The style sheet, scripts and pictures of the pages, read once when the node starts. Each is served under an address that changes with
/// its content, so that a browser may keep it for a year and still never show an old one.
package struct PageAssets: Sendable {
    package struct Asset: Sendable {
        package let bytes: [UInt8]
        package let type: String
        /// The first 16 hexadecimal digits of its SHA-256.
        package let digest: String
    }

    /// By file name: `samsyn.css`.
    private let assets: [String: Asset]

    /// Throws where the style sheet is missing or a file cannot be read.
    package init(folder: String) throws(WebFileError) {
        var assets: [String: Asset] = [:]
        for (suffix, type) in PageAssets.types {
            for name in WebFiles.list(folder, suffix: suffix) where !name.contains("/") {
                let bytes = try WebFiles.bytes(folder + "/" + name)
                let digest = String(ContentDigest.of(bytes).prefix(16))
                assets[name] = Asset(bytes: bytes, type: type, digest: digest)
            }
        }
        guard assets["samsyn.css"] != nil else {
            throw WebFileError(.missing, file: folder + "/samsyn.css", line: nil, reason: "no style sheet")
        }
        self.assets = assets
    }

    package subscript(_ name: String) -> Asset? { assets[name] }

    package var names: [String] { assets.keys.sorted() }

    private static let types = [
        (".css", "text/css; charset=utf-8"), (".js", "text/javascript; charset=utf-8"), (".svg", "image/svg+xml"),
        (".png", "image/png"), (".ico", "image/x-icon"), (".woff2", "font/woff2"),
    ]
}
