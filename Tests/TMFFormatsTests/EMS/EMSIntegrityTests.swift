import TMFModel
import Testing

@testable import TMFFormats

@Suite struct EMSIntegrityTests {
    /// Of the three letters abc, by `openssl dgst`.
    private let md5 = "900150983cd24fb0d6963f7d28e17f72"
    private let sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test func `a digest of our own is written as the standard wants it, and read back`() throws {
        let digest = Digest(of: "abc".utf8)
        let text = EMSIntegrity.text(of: digest)

        #expect(text == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
        let integrity = EMSIntegrity(text)
        #expect(integrity.readings == [.init(algorithm: .sha256, digest: digest.bytes)])
        #expect(integrity.deviations == [] && !integrity.isContradictory)
    }

    @Test(arguments: [
        "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn",
        "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==",
    ])
    func `the other digests of the standard are taken, too`(text: String) throws {
        let integrity = EMSIntegrity(text)
        let reading = try #require(integrity.readings.first)
        var builder = ForeignDigestBuilder([reading.algorithm])
        builder.add(Array("abc".utf8)[...])

        #expect(integrity.deviations == [])
        #expect(builder.finish()[reading.algorithm] == reading.digest)
    }

    @Test func `forms of other senders are understood, and their deviation is told`() {
        let forms: [(String, DigestAlgorithm, String)] = [
            ("SHA256-\(sha256)", .sha256, "prefix"), ("sha256-\(sha256)", .sha256, "hexadecimal"),
            ("sha256:\(sha256.uppercased())", .sha256, "prefix"), (sha256, .sha256, "no algorithm"),
            ("kAFQmDzST7DWlj99KOF/cg==", .md5, "no algorithm"), (md5, .md5, "no algorithm"),
            ("md5-kAFQmDzST7DWlj99KOF/cg==", .md5, "no protection"),
        ]
        for (text, algorithm, word) in forms {
            let integrity = EMSIntegrity(text)
            var builder = ForeignDigestBuilder([algorithm])
            builder.add(Array("abc".utf8)[...])
            let expected = EMSIntegrity.Reading(algorithm: algorithm, digest: builder.finish()[algorithm] ?? [])
            #expect(integrity.readings.contains(expected), "\(text)")
            #expect(integrity.deviations.contains { $0.contains(word) }, "\(text): \(integrity.deviations)")
            #expect(!integrity.isContradictory)
        }
    }

    @Test func `64 digits without a prefix may be either of two digests`() {
        #expect(EMSIntegrity(sha256).readings.map(\.algorithm) == [.sha256, .sha384])
    }

    @Test func `the digest of the official sample contradicts itself`() {
        let integrity = EMSIntegrity("SHA256-81788ba0d7d02d81c063dbca621ba11b")
        #expect(integrity.isContradictory)
        #expect(integrity.readings.map(\.algorithm).contains(.md5))
        #expect(integrity.deviations.contains { $0.contains("conflict") })
    }

    @Test(arguments: [
        "", "sha256-", "sha256-?", "sha256-abc", "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa1=", "x",
    ])
    func `what is no digest is told`(text: String) {
        #expect(EMSIntegrity(text).readings.isEmpty)
        #expect(!EMSIntegrity(text).deviations.isEmpty)
    }
}
