import Foundation
import SystemPackage
import TMFModel
import TMFPackage
import TMFStore
import TMFTestSupport
import Testing

/// Seals, made here and checked by OpenSSL; and checked here after somebody changed something.
@Suite struct SealTests {
    /// A root, a signer that it certified, and a stranger; made by OpenSSL.
    private final class Certificates {
        let folder: TemporaryFolder

        init(algorithm: String) throws {
            folder = try TemporaryFolder()
            let script = """
                cd "$1" && cat > ca.cnf <<'END'
                basicConstraints=critical,CA:TRUE
                keyUsage=critical,keyCertSign
                END
                cat > leaf.cnf <<'END'
                basicConstraints=critical,CA:FALSE
                keyUsage=critical,digitalSignature
                END
                for name in ca signer stranger; do
                  openssl genpkey $2 -out $name.key || exit 1
                done
                openssl req -new -x509 -key ca.key -subj "/O=Example/CN=Example Root" -days 30 -out ca.pem \
                  -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign
                openssl req -new -x509 -key stranger.key -subj "/CN=Stranger" -days 30 -out stranger.pem
                openssl req -new -key signer.key -subj "/O=Example/CN=Archive Signer" -out signer.csr
                openssl x509 -req -in signer.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 \
                  -extfile leaf.cnf -out signer.pem
                """
            let made = try run("sh", "-c", script, "sh", folder.path.string, algorithm)
            guard made.status == 0 else { throw Unexpected(made.errors) }
        }

        func text(_ name: String) throws -> String { String(decoding: try bytes(of: folder(name)), as: UTF8.self) }

        func sealer(_ name: String = "signer", certificate: String = "signer.pem") throws -> PackageSealer {
            try PackageSealer(key: text("\(name).key"), certificates: text(certificate), at: now())
        }

        func now() -> Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }
    }

    static let algorithms = [
        "-algorithm EC -pkeyopt ec_paramgen_curve:P-256", "-algorithm RSA -pkeyopt rsa_keygen_bits:2048",
    ]

    private func sealed(
        _ certificates: Certificates, _ format: PackageOptions.Format, volumeSize: Int64? = nil
    ) throws -> (desk: FlatStore, path: FilePath) {
        let desk = try FlatStore()
        for name in ["One", "Two", "Three"] { try desk.file(name) }
        // Two volumes of records: of long ones, only one fits into each.
        for byte: UInt8 in volumeSize == nil ? [] : [7, 8] {
            try desk.file("Long", bytes: [UInt8](repeating: byte, count: 8 << 20))
        }
        var writing = try PackageWriting(
            store: desk.store, study: "ABC-101", PackageOptions(format: format, volumeSize: volumeSize))
        writing.sealer = try certificates.sealer()
        let path = desk.folder("sealed.\(format.rawValue)")
        _ = try writing.write(to: path)
        return (desk, path)
    }

    @Test(arguments: SealTests.algorithms)
    func `OpenSSL accepts the seal of a package, and no other content under it`(algorithm: String) throws {
        let certificates = try Certificates(algorithm: algorithm)
        let (desk, path) = try sealed(certificates, .folder)
        defer { withExtendedLifetime(desk) {} }
        func openssl(trusting root: String) throws -> Int32 {
            try run(
                "openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", path.appending("seal.p7s").string,
                "-content", path.appending("seal.txt").string, "-CAfile", certificates.folder(root).string,
                "-purpose", "any", "-out", "/dev/null"
            ).status
        }

        #expect(try openssl(trusting: "ca.pem") == 0)
        #expect(try openssl(trusting: "stranger.pem") != 0)
        let statement = String(decoding: try bytes(of: path.appending("seal.txt")), as: UTF8.self)
        let tags = try bytes(of: path.appending("tagmanifest-sha256.txt"))
        #expect(statement.contains("Tag-Manifest-SHA256: \(Digest(of: tags))\n"))
        let head = try #require(try desk.store.head(of: "ABC-101"))
        #expect(statement.contains("Journal-Head: \(head.hash)\n"))
        try overwrite(path.appending("seal.txt"), with: Array(statement.replacing("ABC", with: "ABD").utf8))
        #expect(try openssl(trusting: "ca.pem") != 0)
    }

    @Test(arguments: PackageOptions.Format.allCases)
    func `verifying tells who sealed a package, when, and whether that is trusted`(
        format: PackageOptions.Format
    ) async throws {
        let certificates = try Certificates(algorithm: SealTests.algorithms[0])
        let (desk, path) = try sealed(certificates, format)
        defer { withExtendedLifetime(desk) {} }

        let found = try PackageVerifying(path).verify()
        let seal = try #require(found.seal)
        let plain = try await seal.check(trusting: nil)
        let trusted = try await seal.check(trusting: certificates.text("ca.pem"))
        let strange = try await seal.check(trusting: certificates.text("stranger.pem"))

        #expect(found.isSound && found.isPackage, "\(found.problems)")
        #expect(plain.signer?.contains("Archive Signer") ?? false)
        #expect(plain.isValid && plain.isOfContent && plain.isTrusted == nil && plain.problems.isEmpty)
        let time = try #require(plain.time)
        let age = certificates.now().milliseconds - time.milliseconds
        #expect((0..<600_000).contains(age + 1_000))
        #expect(trusted.isTrusted == true && trusted.problems.isEmpty, "\(trusted.problems)")
        #expect(strange.isTrusted == false && strange.isValid && strange.problems.count == 1)
        await #expect(throws: SealError.self) { try await seal.check(trusting: "no certificate") }
    }

    @Test(arguments: [
        ("sed -i 's/^Study: ABC/Study: ABD/' seal.txt", "Study was"),
        ("rm seal.txt", "seal.txt: is missing"), ("rm seal.p7s", "seal.p7s: is missing"),
        ("rm seal.p7s seal.txt", "the package says that it is sealed"),
        // Everything but the seal made to fit again.
        (
            """
            f=$(find data -name 'd-000001_*'); printf x >> $f
            find data -type f | LC_ALL=C sort | xargs sha256sum > manifest-sha256.txt
            oxum=$(find data -type f -printf '%s\\n' | awk '{b+=$1;n++} END {printf "%d.%d", b, n}')
            sed -i "s/^Payload-Oxum.*/Payload-Oxum: $oxum/" bag-info.txt
            sha256sum bag-info.txt bagit.txt manifest-sha256.txt > tagmanifest-sha256.txt
            """, "the content is not what was sealed: Tag-Manifest-SHA256"
        ),
    ])
    func `what was changed after sealing is found out`(script: String, word: String) throws {
        let (desk, path) = try sealed(Certificates(algorithm: SealTests.algorithms[0]), .folder)
        defer { withExtendedLifetime(desk) {} }
        #expect(try run("sh", "-c", "cd \(path.string) && \(script)").status == 0)

        let problems = try PackageVerifying(path).verify().problems.map { "\($0.path): \($0.problem)" }

        #expect(problems.contains { $0.contains(word) }, "\(problems)")
    }

    @Test func `a signature that does not belong to the statement is not valid`() async throws {
        let certificates = try Certificates(algorithm: SealTests.algorithms[0])
        let (desk, path) = try sealed(certificates, .folder)
        defer { withExtendedLifetime(desk) {} }
        let other = try sealed(certificates, .zip)
        let signature = try run("unzip", "-p", other.path.string, "*/seal.p7s")
        #expect(signature.status == 0)
        let swap = "cd \(path.string) && unzip -p \(other.path.string) '*/seal.p7s' > seal.p7s"
        try remove(path.appending("seal.p7s"))
        #expect(try run("sh", "-c", swap).status == 0)
        // The same content makes the same statement: its signature is as good.
        #expect(try await PackageVerifying(path).verify().seal?.check(trusting: nil).isValid == true)

        try overwrite(path.appending("seal.p7s"), with: Array("no signature".utf8))
        let garbage = try await PackageVerifying(path).verify().seal?.check(trusting: nil)
        #expect(garbage?.isValid == false && garbage?.signer == nil && garbage?.problems.count == 1)
    }

    @Test func `a key that is not the certificate's, is locked or is none is refused before anything is packed`() throws
    {
        let certificates = try Certificates(algorithm: SealTests.algorithms[0])

        #expect(throws: SealError.self) { try certificates.sealer("stranger") }
        #expect(throws: SealError.self) { try certificates.sealer(certificate: "signer.key") }
        #expect(throws: SealError.self) {
            try PackageSealer(
                key: "-----BEGIN ENCRYPTED PRIVATE KEY-----", certificates: certificates.text("signer.pem"),
                at: certificates.now())
        }
        #expect(throws: SealError.self) {
            try PackageSealer(
                key: certificates.text("signer.key"), certificates: certificates.text("signer.pem"),
                at: Instant(startOf: SampleStore.day("2020-01-01")))
        }
    }

    @Test func `a seal changes nothing else in a package, and bagit accepts it`() throws {
        let (desk, path) = try sealed(Certificates(algorithm: SealTests.algorithms[0]), .folder)
        let plain = try desk.package("plain", PackageOptions(format: .folder))
        let bagit = ProcessInfo.processInfo.environment["TMF_BAGIT"] ?? "bagit.py"

        #expect(try run(bagit, "--validate", path.string).status == 0)
        let differing = try run("diff", "-rq", path.string, plain.path.string).output
        #expect(differing.split(separator: "\n").count == 4, "\(differing)")
        for name in ["bag-info.txt", "tagmanifest-sha256.txt", "seal.txt", "seal.p7s"] {
            #expect(differing.contains(name))
        }
    }

    /// The script that a proof brings along, written into a folder and run there with arguments.
    private func checker(of proof: JSON, in folder: TemporaryFolder) throws -> (String) throws -> ProgramOutcome {
        let script = (proof["check_py"]?.array ?? []).compactMap(\.string).joined(separator: "\n")
        try folder.write(script + "\n", to: "check.py")
        return { try run("sh", "-c", "cd \(folder.path.string) && python3 check.py \($0)") }
    }

    @Test(arguments: [PackageOptions.Format.zip, .tar, .folder])
    func `the seal of the first volume seals and proves the records of all`(format: PackageOptions.Format) throws {
        let certificates = try Certificates(algorithm: SealTests.algorithms[0])
        let (desk, path) = try sealed(certificates, format, volumeSize: 9 << 20)
        let volumes = (1...3).map { number in
            desk.folder(
                path.extension == "folder"
                    ? "sealed.folder-\(number)-of-3" : "sealed-\(number)-of-3.\(format.rawValue)")
        }
        let folder = try TemporaryFolder()
        let found = try VolumeVerifying(volumes[1]).verify()
        #expect(found.isSound && found.seal != nil, "\(found.problems)")
        let proof = try MembershipProof(of: DocumentNumber(2), in: volumes[0])
        try folder.write(proof.text, to: "proof.json")
        try folder.write("D-000002 Two", to: "two.txt")
        let json = try JSON(parsing: proof.text)
        let check = try checker(of: json, in: folder)
        let root = try #require(json["volumes"]?["csv"]?.string?.split(separator: "\r\n")[1].split(separator: ",").last)
        try folder.write(proof.text.replacing(root, with: String(root.reversed())), to: "table.json")
        try folder.write(proof.text.replacing("d-000002_v1", with: "d-000002_v2"), to: "line.json")

        let right = try check("proof.json two.txt")
        #expect(right.status == 0 && right.output.contains("version 1 is in the sealed package"), "\(right.errors)")
        for forged in ["table.json", "line.json"] { #expect(try check(forged).status == 1, "\(forged)") }

        #expect(throws: PackageError.self) { try MembershipProof(of: DocumentNumber(2), in: volumes[1]) }
        try remove(volumes[2])
        #expect(throws: PackageError.self) { try MembershipProof(of: DocumentNumber(5), in: volumes[0]) }
        // The document is in volume 2 alone.
        #expect(try MembershipProof(of: DocumentNumber(2), in: volumes[0]).text == proof.text)
    }

    @Test(arguments: [PackageOptions.Format.zip, .tarZstd, .folder])
    func `a proof is checked with Python and OpenSSL alone, and holds for its document only`(
        format: PackageOptions.Format
    ) throws {
        let certificates = try Certificates(algorithm: SealTests.algorithms[0])
        let (desk, path) = try sealed(certificates, format)
        let folder = try TemporaryFolder()
        let proof = try MembershipProof(of: DocumentNumber(2), in: path)
        try folder.write(proof.text, to: "proof.json")
        try folder.write("D-000002 Two", to: "two.txt")
        try folder.write("D-000003 Three", to: "three.txt")
        let check = try checker(of: JSON(parsing: proof.text), in: folder)

        let right = try check("proof.json two.txt")
        let wrong = try check("proof.json three.txt")
        let openssl = try run(
            "sh", "-c",
            "cd \(folder.path.string) && openssl cms -verify -binary -inform DER -in seal.p7s -content seal.txt "
                + "-CAfile \(certificates.folder("ca.pem").string) -purpose any -out /dev/null")
        try folder.write(proof.text.replacing("d-000002_v1", with: "d-000002_v2"), to: "forged.json")

        #expect(right.status == 0, "\(right.errors)")
        #expect(right.output.contains("version 1 is in the sealed package"))
        #expect(wrong.status == 1)
        #expect(openssl.status == 0, "\(openssl.errors)")
        #expect(try check("forged.json").status == 1)
        #expect(proof.versions == 1 && proof.text.utf8.count < 20_000)
        let plain = try desk.package("plain.zip")
        #expect(throws: PackageError.self) { try MembershipProof(of: DocumentNumber(2), in: plain.path) }
        #expect(throws: PackageError.noRecord(document: DocumentNumber(99), version: 1)) {
            try MembershipProof(of: DocumentNumber(99), in: path)
        }
    }
}
