/// What one request may be.
package struct RequestLimits: Hashable, Sendable {
    /// Bytes of all header fields together, names and values.
    package var headerBytes = 32 << 10
    /// Bytes of the address.
    package var addressBytes = 8 << 10
    /// Bytes of a body that is no uploaded file (`RunningNode.uploadLimit`); most operations take less.
    package var bodyBytes = 16 << 20

    package init() {}
}
