import Archive
import SystemPackage
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

/// Archives that lie, and archives that try to get out.
@Suite struct SourceArchiveTests {
    private let desk: ImportDesk
    private let row = "path,artifact\ngood.txt,01.01.01"

    init() throws { desk = try ImportDesk() }

    /// Runs a Python script that makes the archive at `path`.
    private func make(_ name: String, _ script: String) throws -> FilePath {
        let path = desk.folder("packed").appending(name)
        try desk.folder.write("", to: "packed/.made")
        let made = try run(
            "python3", "-c", "import io, sys, tarfile, zipfile, warnings\npath = sys.argv[1]\n\(script)", path.string)
        #expect(made.status == 0, "\(made.errors)")
        return path
    }

    /// Makes a tar of members, each the Python arguments of a TarInfo's fields.
    private func tar(_ members: String...) throws -> FilePath {
        var script = "t = tarfile.open(path, 'w')\n"
        script += "def add(name, data=b'x', **fields):\n"
        script += "    m = tarfile.TarInfo(name)\n    m.size = len(data)\n"
        script += "    for key, value in fields.items(): setattr(m, key, value)\n"
        script += "    t.addfile(m, io.BytesIO(data))\n"
        return try make("a.tar", script + members.map { "add(\($0))\n" }.joined() + "t.close()\n")
    }

    /// Nothing is filed and nothing is written beside the store; returns the reasons.
    private func refusals(_ path: FilePath, _ rows: String? = nil) throws -> [String] {
        let before = try desk.head
        let around = try names(in: desk.folder.path)
        var reasons: [String] = []
        do {
            let report = try rows.map { try desk.load($0, source: path) } ?? desk.load(source: path)
            #expect(report.read == report.failed)
            reasons = report.problems.map(\.description)
        } catch let error as ArchiveError {
            reasons = [error.description]
        }
        #expect(try desk.head == before)
        #expect(try names(in: desk.store.root.appending("incoming")) == [])
        #expect(try Set(names(in: desk.folder.path)).subtracting(around).subtracting(["manifest.csv"]) == [])
        return reasons
    }

    @Test(arguments: [
        "'../out.txt'", "'/tmp/out.txt'", "'a/../../out.txt'", "'C:/out.txt'", "'..\\\\out.txt'",
    ])
    func `a member that would leave the folder is refused`(name: String) throws {
        for rows in [nil, row] {
            let reasons = try refusals(tar("'good.txt'", name), rows)
            #expect(reasons.contains { $0.contains("would leave the folder") }, "\(reasons)")
        }
    }

    @Test(arguments: [
        ("'l', b'', type=tarfile.SYMTYPE, linkname='/etc/passwd'", "is a link"),
        ("'l', b'', type=tarfile.LNKTYPE, linkname='good.txt'", "is a link"),
        ("'d', b'', type=tarfile.CHRTYPE, devmajor=1, devminor=3", "no regular file"),
        ("'p', b'', type=tarfile.FIFOTYPE", "no regular file"),
        ("'good.txt'", "a second time"),
    ])
    func `links, devices and second members are refused`(member: String, reason: String) throws {
        let reasons = try refusals(tar("'good.txt'", member), row)
        #expect(reasons.contains { $0.contains(reason) }, "\(reasons)")
    }

    @Test func `a link to a folder is no way out`() throws {
        let reasons = try refusals(
            tar("'l', b'', type=tarfile.SYMTYPE, linkname='/tmp'", "'l/out.txt'", "'good.txt'"), row)
        #expect(reasons.contains { $0.contains("is a link") })
    }

    @Test func `the good members of such an archive are filed where that is asked for`() throws {
        let report = try desk.load(row, source: tar("'good.txt'", "'../out.txt'")) { $0.isPartial = true }
        #expect(report.counts == [1, 0, 0, 0])
        #expect(report.problems.count == 1)
    }

    @Test func `a member twice in a zip is refused`() throws {
        let path = try make(
            "a.zip",
            "warnings.simplefilter('ignore')\nz = zipfile.ZipFile(path, 'w')\nz.writestr('good.txt', 'a')\n"
                + "z.writestr('good.txt', 'b')\nz.close()")
        #expect(try refusals(path, row).contains { $0.contains("a second time") })
    }

    @Test func `a bomb is stopped`() throws {
        let path = try make(
            "bomb.zip",
            "z = zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED)\nz.writestr('good.txt', bytes(60_000_000))\nz.close()"
        )
        #expect(try refusals(path, row).contains { $0.contains("times its size") })
        let large = try tar("'good.txt', bytes(3_000_000)")
        #expect(throws: ArchiveError.self) {
            try IntakeSource(large).listing(limits: ArchiveLimits(maxTotalBytes: 2_000_000))
        }
        #expect(throws: ArchiveError.self) {
            try ArchiveUnpacking.unpacked(
                IntakeSource(large), below: desk.folder.path, limits: ArchiveLimits(maxTotalBytes: 2_000_000)
            ) { _ in Issue.record("a bomb was unpacked") }
        }
        #expect(try !names(in: desk.folder.path).contains { $0.hasPrefix("tmf-unpacked") })
    }

    @Test(arguments: ["zip", "tar.gz", "tar"])
    func `a truncated archive is refused whole`(kind: String) throws {
        let path = try make(
            "t.\(kind)",
            """
            import os, random
            data = random.Random(7).randbytes(200_000)
            if path.endswith('zip'):
                z = zipfile.ZipFile(path, 'w'); z.writestr('good.txt', data); z.close()
            else:
                t = tarfile.open(path, 'w:gz' if path.endswith('gz') else 'w')
                m = tarfile.TarInfo('good.txt'); m.size = len(data); t.addfile(m, io.BytesIO(data)); t.close()
            os.truncate(path, 100_000)
            """)
        #expect(try !refusals(path, row).isEmpty)
    }

    @Test func `an encrypted member is refused`() throws {
        try desk.folder.write("secret", to: "packed/good.txt")
        let path = desk.folder("packed/e.zip")
        let made = try run("7zz", "a", "-psecret", path.string, desk.folder("packed/good.txt").string)
        guard made.status == 0 else { return }
        #expect(try refusals(path, row).contains { $0.contains("encrypted") })
        #expect(try refusals(path).contains { $0.contains("encrypted") })
    }

    @Test func `a damaged byte in a zip files nothing`() throws {
        let path = try make("d.zip", "z = zipfile.ZipFile(path, 'w'); z.writestr('good.txt', 'a' * 5000); z.close()")
        var damaged = try bytes(of: path)
        damaged[1_000] ^= 1
        try overwrite(path, with: damaged)
        #expect(try !refusals(path, row).isEmpty)
    }

    @Test func `a file that is no archive is named so`() throws {
        try desk.put("no archive", "a.txt")
        #expect(throws: ArchiveError.self) { try desk.load(source: desk.folder("in/a.txt")) }
    }
}
