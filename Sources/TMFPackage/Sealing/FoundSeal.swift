import FoundationEssentials
import SwiftASN1
public import TMFModel
@_spi(CMS) @_spi(FixedExpiryValidationTime) import X509

/// The seal of a package: what was signed, and the signature.
public struct FoundSeal: Hashable, Sendable {
    let statement: [UInt8]
    let signature: [UInt8]
    /// Whether the package's content is what the seal speaks of.
    public let isOfContent: Bool

    /// What is known of a seal.
    public struct Report: Hashable, Sendable {
        /// The subject of the signer's certificate; nil if the signature cannot be read.
        public let signer: String?
        /// When it was sealed, as the signer states it; nil if not stated.
        public let time: Instant?
        /// The subjects of the signer's certificate and those that came with it.
        public let chain: [String]
        /// Whether the signature is that of the signer's key over the statement.
        public let isValid: Bool
        /// Whether the certificate leads to one of those that the reader trusts, at the time of sealing; nil if the
        /// reader named none.
        public let isTrusted: Bool?
        public let isOfContent: Bool
        /// Everything that is wrong with it.
        public let problems: [String]

        /// The member `seal` of what `tmf verify --format json` prints.
        public var json: JSON {
            .full([
                ("signer", signer.json), ("time", (time?.description).json),
                ("time_stated_by", time == nil ? nil : "signer"),
                ("chain", .array(chain.map(JSON.string))), ("valid", .bool(isValid)),
                ("trusted", isTrusted.map(JSON.bool)), ("content_is_sealed", .bool(isOfContent)),
            ])
        }
    }

    /// Checks the signature, and the signer's certificate against those that the reader trusts, in PEM: the roots, or
    /// the signer's own. Throws `SealError` if these cannot be read.
    public func check(trusting roots: String?) async throws(SealError) -> Report {
        var trusted: [Certificate]?
        if let roots {
            let read = try PackageSealer.certificates(in: roots)
            guard !read.isEmpty else { throw SealError("the trusted certificates' file holds none in PEM") }
            trusted = read
        }
        let cms: CMSSignature
        let signers: [CMSSignature.Signer]
        do {
            cms = try CMSSignature(derEncoded: signature)
            signers = try cms.signers
        } catch {
            return unreadable("the signature cannot be read: \(error)", trusted: trusted != nil)
        }
        guard let signer = signers.first, signers.count == 1 else {
            return unreadable("it has \(signers.count) signers; expected one", trusted: trusted != nil)
        }
        let time = signer.signingTime
        let result = await CMS.isValidSignature(
            dataBytes: statement, signatureBytes: signature,
            trustRoots: CertificateStore(trusted ?? [])
        ) {
            // Seals are read for decades: the certificate must have been valid when it was used.
            RFC5280Policy(fixedExpiryValidationTime: time ?? Date())
        }
        var problems: [String] = []
        var isValid = true
        var isTrusted: Bool? = trusted == nil ? nil : true
        switch result {
        case .success: break
        case .failure(.unableToValidateSigner(let failure)):
            if trusted != nil {
                isTrusted = false
                let reasons = failure.policyFailures.map { "\($0.policyFailureReason)" }.joined(separator: "; ")
                problems.append(
                    "its signer \(failure.signer.subject) is not trusted"
                        + (reasons.isEmpty ? ": no way leads from the certificate to a trusted one" : ": \(reasons)"))
            }
        case .failure(.invalidCMSBlock(let failure)):
            isValid = false
            isTrusted = trusted == nil ? nil : false
            problems.append("the signature is not valid: \(failure.reason)")
        }
        let others = cms.certificates.filter { $0 != signer.certificate }
        return Report(
            signer: "\(signer.certificate.subject)", time: time?.instant,
            chain: ([signer.certificate] + others).map { "\($0.subject)" }, isValid: isValid, isTrusted: isTrusted,
            isOfContent: isOfContent, problems: problems)
    }

    private func unreadable(_ problem: String, trusted: Bool) -> Report {
        Report(
            signer: nil, time: nil, chain: [], isValid: false, isTrusted: trusted ? false : nil,
            isOfContent: isOfContent, problems: [problem])
    }
}
