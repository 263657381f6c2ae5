import CXML2

/// Collects what libxml2 complains about, instead of having it printed. Lives until its owner is gone.
final class XMLListener {
    /// One complaint: its line, 0 if unknown, and its text.
    struct Complaint {
        let line: Int
        let message: String
    }

    /// Errors only, without warnings; the first hundred.
    private(set) var complaints: [Complaint] = []

    /// On the heap, since libxml2 keeps its address.
    let pointer: UnsafeMutablePointer<xml_listener>

    /// libxml2 prepares tables shared by all threads; done once, before any two can do so together.
    private static let ready: Void = {
        xmlInitParser()
        xmlSchemaInitTypes()
    }()

    /// To be called before anything of libxml2 on each thread.
    static func prepare() {
        ready
        xml_silence()
    }

    init() {
        Self.prepare()
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: xml_listener())
        pointer.pointee.context = Unmanaged.passUnretained(self).toOpaque()
        pointer.pointee.report = { context, line, level, message in
            guard let context else { return }
            let text = message.map { String(cString: $0) } ?? "an error without a message"
            Unmanaged<XMLListener>.fromOpaque(context).takeUnretainedValue().hear(line, level, text)
        }
    }

    deinit { pointer.deallocate() }

    private func hear(_ line: Int32, _ level: Int32, _ message: String) {
        guard level >= 2, complaints.count < 100 else { return }
        let text = message.last == "\n" ? String(message.dropLast()) : message
        complaints.append(Complaint(line: Int(max(line, 0)), message: text))
    }
}
