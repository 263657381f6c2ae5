import ArgumentParser
import TMFModel
import TMFStore

extension TMFCommand {
    struct AuditExport: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Write the journal's lines with their hashes.",
            discussion: """
                One entry a line: its hash, a tab, and the line exactly as it was hashed. Each hash is the SHA-256 of the \
                hash before it, as 64 hexadecimal characters, and the line; the first follows 64 zeros. A short script \
                can recheck them all. With --format json an array of objects with hash and line.

                Example: tmf audit export > journal.txt
                """)

        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let opened = try store.reading()
            guard output.format == .table else { return try printAll(opened) }
            var bytes: [UInt8] = []
            try opened.store.forEachLine(of: opened.study) { line in
                bytes += "\(line.hash)\t\(line.line)\n".utf8
                guard bytes.count > 1 << 20 else { return }
                try StandardOutput.write(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
            try StandardOutput.write(bytes)
        }

        private func printAll(_ opened: OpenedStudy) throws {
            var lines: [JSON] = []
            try opened.store.forEachLine(of: opened.study) {
                lines.append(.full([("hash", .string($0.hash.description)), ("line", .string($0.line))]))
            }
            try output.print(
                json: { .array(lines) }, csv: { Listing(["hash", "line"], of: lines) }, page: { Page() })
        }
    }
}
