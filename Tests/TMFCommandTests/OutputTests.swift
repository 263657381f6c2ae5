import ArgumentParser
import Foundation
import TMFModel
import Testing

@testable import tmf

@Suite struct OutputTests {
    @Test func `results go to standard output and errors to standard error`() throws {
        let place = try Workplace()

        let good = try place.tmf("status")
        let bad = try place.tmf("show", "D-7")

        #expect(good.errors.isEmpty)
        #expect(bad.output.isEmpty)
        #expect(bad.errors == "tmf: no document D-000007 in the study; `tmf list` shows them\n")
        #expect(bad.code == 66)
    }

    @Test func `a reader that stops early is no failure, a full disk is one`() throws {
        let place = try Workplace()

        let early = try place.shell("set -o pipefail; $TMF model list | head -n 1")
        let full = try place.shell("$TMF model list > /dev/full")

        #expect(early.code == 0)
        #expect(early.errors.isEmpty)
        #expect(full.code == 74)
        #expect(full.errors.hasPrefix("tmf: cannot write the result"))
    }

    @Test func `a terminal gets a bold heading unless NO_COLOR is set`() throws {
        let place = try Workplace()
        let plain = try place.shell("NO_COLOR=1 TERM=xterm script -qec \"$TMF rules\" /dev/null")
        let bold = try place.shell("TERM=xterm script -qec \"$TMF rules\" /dev/null")

        #expect(!plain.output.contains("\u{1B}"))
        #expect(bold.output.contains("\u{1B}[1mRule"))
        #expect(!(try place.tmf("rules").output.contains("\u{1B}")))
    }

    @Test func `wrong usage ends with 64, also beside a version label`() throws {
        let place = try Workplace()
        try place.write("a.pdf", "a")

        #expect(try place.tmf("frobnicate").code == 64)
        #expect(try place.tmf("file", "a.pdf").code == 64)
        let wrong = try place.tmf(
            "file", "a.pdf", "--artifact", "05.02.04", "--version", "1", "--document-date", "soon")
        #expect(wrong.code == 64)
        #expect(wrong.errors.contains("a day such as 2026-01-31"))
        #expect(try place.tmf("--version").output == "\(TMFCommand.version)\n")
    }

    @Test func `columns align with wide and combining characters, and are cut to the terminal`() {
        let listing = Listing(
            ["name", "bytes"], numbers: ["bytes"],
            rows: [["日本", "7"], ["Mu\u{308}ller", "1000"], ["a\nb\u{1B}[2J", "0"]])

        let text = TextTable(listing: listing, style: TextStyle()).text
        let narrow = TextTable(listing: listing, style: TextStyle(width: 14)).text

        #expect(
            text.split(separator: "\n") == [
                "Name     Bytes",
                "───────  ─────",
                "日本         7",
                "Mu\u{308}ller    1000",
                "a\u{FFFD}b\u{FFFD}[2J      0",
            ])
        #expect(narrow.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 15 })
        #expect(TextTable.cut("日本語", to: 5) == "日本…")
        #expect(DisplayWidth.of("👩‍⚕️") == 2)
    }

    @Test func `help says what there is, in the order of the work`() throws {
        let help = try Workplace(hasStore: false).tmf("--help").output

        let lines = help.split(separator: "\n").map(String.init)
        let commands = lines.compactMap { line -> String? in
            if line.hasSuffix("SUBCOMMANDS:") { return line }
            guard line.hasPrefix("  "), !line.hasPrefix("   "), !line.hasPrefix("  -"), !line.hasPrefix("  See")
            else { return nil }
            return line.split(separator: " ").first.map(String.init)
        }
        #expect(
            commands == [
                "SET UP SUBCOMMANDS:", "init", "study", "model",
                "FILE SUBCOMMANDS:", "plan", "suggest", "import", "examine", "file", "revise", "amend",
                "move", "withdraw", "link", "signpost", "waive", "certify", "qc", "duplicates", "issue",
                "LOOK SUBCOMMANDS:", "status", "check", "missing", "expiring", "coverage", "tree", "list", "show",
                "names", "history", "search", "explain", "reconcile", "audit", "rules",
                "SEND SUBCOMMANDS:", "package", "verify", "compare", "restore", "prove", "gate", "lock", "unlock",
                "retention", "serve",
                "KEEP SUBCOMMANDS:", "backup", "doctor",
            ])
    }

    @Test func `every command says what it does, and shows an example`() throws {
        let leaves = Self.leaves(of: TMFCommand.self)
        #expect(leaves.count > 30)
        for leaf in leaves {
            #expect(!leaf.configuration.abstract.isEmpty)
            #expect(leaf.configuration.discussion.contains(#/Examples?:\s+tmf /#), "\(leaf)")
        }
    }
}

extension OutputTests {
    private static func leaves(of command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        let below = command.configuration.subcommands
        return below.isEmpty ? [command] : below.flatMap { leaves(of: $0) }
    }
}
