internal import HTTPAPI

extension NodeConfiguration {
    /// How requests come to the node.
    var entrance: Entrance {
        var entrance = Entrance()
        entrance.isEncrypted = tls != nil
        entrance.proxies = trustedProxies
        entrance.isForProxiesOnly = tls == nil && !listen.isLoopback
        return entrance
    }
}

extension NodeConfiguration.Limits {
    /// What one request may be.
    var requests: RequestLimits {
        var limits = RequestLimits()
        limits.bodyBytes = bodyMebibytes << 20
        return limits
    }
}
