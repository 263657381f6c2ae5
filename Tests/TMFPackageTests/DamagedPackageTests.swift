import SystemPackage
import TMFModel
import TMFPackage
import TMFTestSupport
import Testing

/// What verification says of packages that somebody or something changed.
@Suite struct DamagedPackageTests {
    private static let made = Result { try FlatPackages() }

    /// A small package in every form, made once for all tests, which change copies of it.
    private final class FlatPackages: Sendable {
        let folder: TemporaryFolder

        init() throws {
            let desk = try FlatStore(in: LastingFolder.make())
            for name in ["One", "Two", "Three"] { try desk.file(name) }
            for format in PackageOptions.Format.allCases {
                _ = try desk.package("package.\(format.rawValue)", PackageOptions(format: format))
            }
            // Without pages it is small: many places of it can be tried.
            let options = PackageOptions(kind: .transfer, exchange: ExchangeOptions(agreement: "EA-1", source: "us"))
            _ = try desk.package("small.zip", options)
            folder = desk.folder
        }
    }

    private func package(
        _ format: PackageOptions.Format = .zip
    ) throws -> (folder: TemporaryFolder, path: FilePath, bytes: [UInt8]) {
        let folder = try TemporaryFolder()
        let made = try DamagedPackageTests.made.get().folder("package.\(format.rawValue)")
        let copy = folder("package.\(format.rawValue)")
        guard try run("cp", "-r", made.string, copy.string).status == 0 else { throw Unexpected(copy.string) }
        return (folder, copy, format == .folder ? [] : try bytes(of: copy))
    }

    /// The problems found; what is no package at all is one, too.
    private func problems(_ path: FilePath) -> [String] {
        do {
            return try PackageVerifying(path).verify().problems.map { "\($0.path): \($0.problem)" }
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `a ZIP cut off anywhere is found out`() throws {
        let (folder, _, content) = try package()
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<100 {
            let length = Int.random(in: 0..<content.count, using: &generator)
            let path = try folder.write(Array(content[..<length]), to: "cut.zip")
            #expect(!problems(path).isEmpty, "cut to \(length) of \(content.count)")
        }
    }

    @Test(arguments: [PackageOptions.Format.tar, .tarZstd])
    func `a TAR cut off within its files is found out`(format: PackageOptions.Format) throws {
        let (folder, _, content) = try package(format)
        var generator = SeededGenerator(seed: 2)
        // Two empty blocks end a TAR, and say nothing: without them it is as whole.
        let end = format == .tar ? (content.lastIndex { $0 != 0 } ?? 0) : content.count
        for _ in 0..<100 {
            let length = Int.random(in: 0..<end, using: &generator)
            let path = try folder.write(Array(content[..<length]), to: "cut")
            #expect(!problems(path).isEmpty, "cut to \(length) of \(content.count)")
        }
    }

    @Test func `a TAR cut off between its last files is found out`() throws {
        let (folder, _, content) = try package(.tar)
        // Each of the three bag files at the end begins with a header block; the TAR before it is well-formed.
        for name in ["/bagit.txt", "/bag-info.txt", "/tagmanifest-sha256.txt"] {
            let starts = stride(from: 0, to: content.count, by: 512).filter { start in
                let header = content[start..<min(start + 100, content.count)]
                return String(decoding: header.prefix { $0 != 0 }, as: UTF8.self).hasSuffix(name)
            }
            let start = try #require(starts.last)
            let path = try folder.write(Array(content[..<start]) + [UInt8](repeating: 0, count: 1_024), to: "cut")
            #expect(!problems(path).isEmpty, "\(name)")
        }
    }

    @Test(arguments: [PackageOptions.Format.zip, .tarZstd])
    func `one flipped bit anywhere is found out`(format: PackageOptions.Format) throws {
        let (folder, whole, content) = try package(format)
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<(format == .zip ? 300 : 100) {
            var altered = content
            let place = Int.random(in: 0..<content.count, using: &generator)
            let bit = UInt8.random(in: 0..<8, using: &generator)
            altered[place] ^= 1 << bit
            let path = try folder.write(altered, to: "flipped")
            let isFound = try !problems(path).isEmpty || (format == .tarZstd && unpacksAlike(path, whole))
            #expect(isFound, "bit \(bit) of byte \(place) of \(content.count)")
        }
    }

    @Test func `one flipped bit at each of a thousand places is found out`() throws {
        let folder = try TemporaryFolder()
        let content = try bytes(of: DamagedPackageTests.made.get().folder("small.zip"))
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<1_000 {
            var altered = content
            let place = Int.random(in: 0..<content.count, using: &generator)
            let bit = UInt8.random(in: 0..<8, using: &generator)
            altered[place] ^= 1 << bit
            let path = try folder.write(altered, to: "flipped.zip")
            #expect(!problems(path).isEmpty, "bit \(bit) of byte \(place) of \(content.count)")
        }
    }

    /// Whether `zstd` reads the same from both. The header of a frame has bits, such as the size of the window, that
    /// say nothing of the content: with one of these flipped, the package is still what it was (RFC 8878, 3.1.1.1).
    private func unpacksAlike(_ path: FilePath, _ whole: FilePath) throws -> Bool {
        let digests = try [path, whole].map {
            try run(
                "sh", "-c", "zstd -dc -q < '\($0.string)' > '\(path.string).tar' && sha256sum < '\(path.string).tar'")
        }
        return digests.allSatisfy { $0.status == 0 } && digests[0].output == digests[1].output
    }

    /// Headers and directory are a small part of a package, so that random places hardly ever meet them.
    @Test func `one flipped bit in any header of a ZIP is found out`() throws {
        let (folder, _, content) = try package()
        let signatures: [[UInt8]] = [
            [0x50, 0x4B, 3, 4], [0x50, 0x4B, 7, 8], [0x50, 0x4B, 1, 2], [0x50, 0x4B, 5, 6],
        ]
        var generator = SeededGenerator(seed: 4)
        for signature in signatures {
            let starts = content.indices.filter { content[$0...].starts(with: signature) }
            let length = signature[2] == 7 ? 16 : signature[2] == 5 ? 22 : signature[2] == 3 ? 120 : 150
            for start in [starts.first, starts.last] {
                let start = try #require(start)
                for place in start..<min(start + length, content.count) {
                    var altered = content
                    altered[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                    let path = try folder.write(altered, to: "flipped.zip")
                    #expect(!problems(path).isEmpty, "byte \(place - start) after signature \(signature[2])")
                }
            }
        }
    }

    /// One change of a package's loose files, as a script in its folder, and a word of what is to be said.
    struct Change: CustomTestStringConvertible, Sendable {
        let script: String
        let word: String
        var testDescription: String { script }
        init(_ script: String, _ word: String) {
            self.script = script
            self.word = word
        }
    }

    static let changes = [
        Change("rm data/index.csv", "data/index.csv: is missing"),
        Change("rm -r data/records", "is missing"),
        Change("touch data/extra.txt", "data/extra.txt: is not in manifest-sha256.txt"),
        Change("touch autorun.inf", "autorun.inf: is not in tagmanifest-sha256.txt"),
        Change("printf x >> data/index.csv", "data/index.csv: was altered"),
        Change("f=$(find data -name 'd-000001_*'); truncate -s 5 $f", "was truncated to 5 of 12 bytes: SHA-256"),
        Change("f=$(find data -name 'd-000001_*'); printf x >> $f", "was altered: SHA-256"),
        Change("ln -s ../bagit.txt data/link", "data/link: is no regular file"),
        Change("rm data/index.csv; ln -s /etc/passwd data/index.csv", "data/index.csv: is no regular file"),
        Change("mkfifo data/pipe", "data/pipe: is no regular file"),
        Change("rm manifest-sha256.txt", "manifest-sha256.txt: is missing"),
        Change(": > manifest-sha256.txt; rm tagmanifest-sha256.txt", "it was added"),
        Change("rm tagmanifest-sha256.txt", "tagmanifest-sha256.txt: is missing"),
        Change("rm tagmanifest-sha256.txt bag-info.txt", "bag-info.txt: does not state TMF-Journal-Head"),
        Change("sed -i 's/^Payload-Oxum: ./&1/' bag-info.txt", "Payload-Oxum"),
        Change("sed -i 's/^BagIt-Version.*/BagIt-Version: 7.0/' bagit.txt", "BagIt-Version"),
        Change("rm bagit.txt", "no bagit.txt"),
        Change("sed -i '2s/tester/someone/' data/journal.jsonl", "its chain ends in"),
        Change("sed -i '2d' data/journal.jsonl", "line 2: has number 3"),
        Change("sed -i '2s/^/x/' data/journal.jsonl", "journal.jsonl, line 2"),
        Change("sed -i '$d' data/journal.jsonl", "its chain ends in"),
        Change("truncate -s -1 data/journal.jsonl", "the last line is cut off"),
        Change("sed -i '/^TMF-Journal-Head:/s/: ./: x/' bag-info.txt", "expected x"),
        Change("sed -i '1s,  ,  ../,' manifest-sha256.txt", "a path within the bag"),
        Change("sed -i '1p' manifest-sha256.txt", "stands in line 1, too"),
    ]

    @Test(arguments: changes)
    func `every change of loose files is named`(change: Change) throws {
        let (folder, path, _) = try package(.folder)
        defer { withExtendedLifetime(folder) {} }
        try alter(path, change.script)

        let problems = problems(path)

        #expect(problems.contains { $0.contains(change.word) }, "\(problems)")
    }

    @Test(arguments: changes)
    func `a forger who writes the tag manifest anew is still found out`(change: Change) throws {
        let (folder, path, _) = try package(.folder)
        defer { withExtendedLifetime(folder) {} }
        try alter(path, change.script)
        let anew = "sha256sum bagit.txt bag-info.txt manifest-sha256.txt 2>/dev/null"
        try alter(path, "[ ! -e tagmanifest-sha256.txt ] || { \(anew) > x; mv x tagmanifest-sha256.txt; }")

        #expect(!problems(path).isEmpty)
    }

    @Test func `members that lead astray are named`() throws {
        let (folder, path, _) = try package(.zip)
        let script = """
            import shutil, stat, sys, zipfile
            source, kind, target = sys.argv[1:]
            shutil.copy(source, target)
            with zipfile.ZipFile(target, "a") as z:
                names = z.namelist()
                if kind == "link":
                    entry = zipfile.ZipInfo(names[0] + ".lnk")
                    entry.create_system = 3
                    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
                    z.writestr(entry, "/etc/passwd")
                elif kind == "twice":
                    z.writestr(names[0], z.read(names[0]))
                elif kind == "twice-by-dots":
                    z.writestr(names[0].replace("/", "/./", 1), z.read(names[0]))
                elif kind == "added":
                    z.writestr(names[0] + ".new", "x")
                elif kind == "outside":
                    z.writestr("elsewhere/x", "x")
                elif kind == "folder":
                    z.writestr(names[0] + "d/", "")
                    z.writestr("../up/", "")
                else:
                    z.writestr(kind, "x")
            """
        let cases = [
            ("../up.txt", "unsafe name"), ("/absolute.txt", "unsafe name"), ("a\\b.txt", "unsafe name"),
            ("C:evil", "unsafe name"), ("link", "is no regular file"), ("twice", "more than once"),
            ("twice-by-dots", "more than once"), ("added", "it was added"), ("outside", "outside the bag's folder"),
            ("folder", "unsafe name"),
        ]
        for (kind, word) in cases {
            let target = folder("altered.zip")
            let made = try run("python3", "-W", "ignore", "-c", script, path.string, kind, target.string)
            #expect(made.status == 0, "\(made.errors)")
            let problems = problems(target)
            #expect(problems.contains { $0.contains(word) }, "\(kind): \(problems)")
        }
    }

    @Test func `members of a TAR that lead astray are named`() throws {
        let (folder, path, _) = try package(.tar)
        let script = """
            import io, shutil, sys, tarfile
            source, kind, target = sys.argv[1:]
            shutil.copy(source, target)
            with tarfile.open(target, "a") as t:
                first = t.getnames()[0]
                entry = tarfile.TarInfo(first + ".x" if kind in ("link", "hard", "device") else kind)
                if kind == "twice": entry.name = first
                if kind == "link": entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
                if kind == "hard": entry.type, entry.linkname = tarfile.LNKTYPE, first
                if kind == "device": entry.type = tarfile.CHRTYPE
                entry.size = 1 if kind in ("twice", "../up", "/etc/x") else 0
                t.addfile(entry, io.BytesIO(b"x"))
            """
        let cases = [
            ("../up", "unsafe name"), ("/etc/x", "unsafe name"), ("link", "no regular file"),
            ("hard", "no regular file"), ("device", "no regular file"), ("twice", "more than once"),
        ]
        for (kind, word) in cases {
            let target = folder("altered.tar")
            let made = try run("python3", "-c", script, path.string, kind, target.string)
            #expect(made.status == 0, "\(made.errors)")
            let problems = problems(target)
            #expect(problems.contains { $0.contains(word) }, "\(kind): \(problems)")
        }
    }

    private func alter(_ folder: FilePath, _ script: String) throws {
        let outcome = try run("sh", "-c", "cd \"$1\" && eval \"$2\"", "sh", folder.string, script)
        guard outcome.status == 0 else { throw Unexpected("\(script): \(outcome.errors)") }
    }
}
