/// What one request may be.
package struct RequestLimits: Hashable, Sendable {
    /// Bytes of all header fields together, names and values.
    package var headerBytes = 32 << 10
    /// Bytes of the address.
    package var addressBytes = 8 << 10

    package init() {}
}
