import HotlineDomain

/// Who the bridge is at the switch. It needs to read `system,call,agent,user`
/// and to write `reporting`, nothing more.
public struct AMIAccount: Sendable {
    /// The hexadecimal MD5 of bytes: the one thing here that needs a library.
    public typealias Digest = @Sendable ([UInt8]) -> String

    let user: String
    let secret: Private<String>
    /// Nil: the secret goes over the line as it is, which only a loopback or a tunnel may carry.
    let md5: Digest?

    public init(user: String, secret: Private<String>, md5: Digest? = nil) {
        self.user = user
        self.secret = secret
        self.md5 = md5
    }
}
