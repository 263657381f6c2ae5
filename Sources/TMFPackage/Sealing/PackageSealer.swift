import FoundationEssentials
import SwiftASN1
import TMFFormats
public import TMFModel
@_spi(CMS) import X509

/// Signs packages with a private key and its certificate.
public struct PackageSealer: Sendable {
    private let key: Certificate.PrivateKey
    private let certificate: Certificate
    private let chain: [Certificate]
    private let time: Instant

    /// `key` is a private key in PEM, without a password: RSA, or ECDSA on P-256, P-384 or P-521. `certificates` is the
    /// signer's certificate in PEM, and after it those of its issuers as far as they are to travel with the seal.
    /// `time` is the instant that the seal states.
    ///
    /// Throws `SealError` if they cannot be read, do not belong together, or the certificate is not valid at `time`.
    public init(key: String, certificates: String, at time: Instant) throws(SealError) {
        do { self.key = try Certificate.PrivateKey(pemEncoded: key) } catch {
            let isLocked = key.contains("ENCRYPTED")
            throw SealError(
                isLocked
                    ? "the private key is locked by a password; unlock a copy of it with `openssl pkey`"
                    : "the private key cannot be read: expected PEM with RSA or ECDSA (\(error))")
        }
        let read = try PackageSealer.certificates(in: certificates)
        guard let first = read.first else { throw SealError("the certificate's file holds no certificate in PEM") }
        guard first.publicKey == self.key.publicKey else {
            throw SealError("the private key is not that of the certificate of \(first.subject)")
        }
        let now = Date(timeIntervalSince1970: Double(time.milliseconds) / 1_000)
        guard first.notValidBefore <= now, now <= first.notValidAfter else {
            throw SealError(
                "the certificate of \(first.subject) is valid from \(first.notValidBefore.instant) to "
                    + "\(first.notValidAfter.instant), not at \(time)")
        }
        certificate = first
        chain = Array(read.dropFirst())
        self.time = time
    }

    static func certificates(in text: String) throws(SealError) -> [Certificate] {
        var found: [Certificate] = []
        var rest = text[...]
        let (begin, end) = ("-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----")
        while let start = rest.firstRange(of: begin), let stop = rest[start.upperBound...].firstRange(of: end) {
            do {
                found.append(try Certificate(pemEncoded: String(rest[start.lowerBound..<stop.upperBound])))
            } catch {
                throw SealError("certificate \(found.count + 1) cannot be read: \(error)")
            }
            rest = rest[stop.upperBound...]
        }
        return found
    }

    /// The two files of the seal.
    func files(of statement: SealStatement) throws -> [(path: String, content: [UInt8])] {
        let text = Array(statement.text.utf8)
        let signature: [UInt8]
        do {
            signature = try CMS.sign(
                text, additionalIntermediateCertificates: chain, certificate: certificate, privateKey: key,
                signingTime: Date(timeIntervalSince1970: Double(time.seconds)))
        } catch {
            throw SealError("the package cannot be sealed with this key: \(error)")
        }
        return [(SealStatement.fileName, text), (SealStatement.signatureFileName, signature)]
    }
}

/// Why a package cannot be sealed, or its seal not be checked.
public struct SealError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}

extension Date {
    var instant: Instant { Instant(milliseconds: Int64((timeIntervalSince1970 * 1_000).rounded())) }
}
