package import SystemPackage
package import XML

/// Reads an `exchange.xml`, object by object. Nothing outside the file is ever opened, and a file that declares a
/// document type is refused.
package struct EMSReader: ~Copyable {
    private var reading: XMLReading
    package let batch: EMSBatch
    package private(set) var remarks: EMSRemarks
    /// Objects met so far, also those that could not be read.
    package private(set) var count = 0

    /// Opens a file and reads the attributes of its batch. `source` stands for the file in remarks.
    ///
    /// Throws `XMLError` if it is not well-formed, declares a document type, or is no `exchange.xml` at all.
    package init(
        opening path: FilePath, source: String, isLenient: Bool, limits: XMLLimits = XMLLimits()
    ) throws(XMLError) {
        var reading = try XMLReading(opening: path, limits: limits)
        var remarks = EMSRemarks(source: source, isLenient: isLenient)
        guard let root = try EMSReader.root(&reading) else {
            throw XMLError(path, line: reading.line, "there is no element in it")
        }
        guard root.name.local.uppercased() == "BATCH" else {
            throw XMLError(path, line: reading.line, "expected the element BATCH, found \(root.name.local)")
        }
        if root.name.local != "BATCH" {
            remarks.deviate("BATCH", "expected in capitals", line: reading.line)
        }
        switch root.name.namespace {
        case EMSBatch.namespace: break
        case nil: remarks.deviate("BATCH", "no namespace, as before version 1.0", line: reading.line)
        case let other?:
            throw XMLError(path, line: reading.line, "expected the namespace \(EMSBatch.namespace), found \(other)")
        }
        batch = EMSReader.batch(root.attributes, line: reading.line, &remarks)
        self.reading = reading
        self.remarks = remarks
    }

    /// The next object that can be understood; nil at the end of the file. What cannot is among the problems.
    package mutating func next() throws(XMLError) -> EMSObject? {
        while let event = try reading.next() {
            guard case .start(let name, let attributes) = event else { continue }
            let element = try EMSElement(name, attributes, in: &reading)
            guard name.local.uppercased() == "OBJECT" else {
                remarks.deviate("BATCH", "the element \(name.local) is not known", line: element.line)
                continue
            }
            count += 1
            var interpretation = EMSInterpretation(remarks: remarks)
            let object = interpretation.object(element)
            remarks = interpretation.remarks
            if let object { return object }
        }
        if count == 0 { remarks.refuse("BATCH", "there is no OBJECT in it", line: reading.line) }
        return nil
    }

    /// Takes the remarks, to be added to by whoever knows more.
    package consuming func finish() -> EMSRemarks { remarks }

    /// Whether the file's first element is a BATCH; nil if it cannot even be read that far.
    package static func isExchange(_ path: FilePath) -> Bool? {
        do throws(XMLError) {
            var reading = try XMLReading(opening: path)
            guard let root = try root(&reading) else { return nil }
            return root.name.local.uppercased() == "BATCH"
        } catch { return nil }
    }

    private static func root(
        _ reading: inout XMLReading
    ) throws(XMLError) -> (name: XMLName, attributes: [XMLName: String])? {
        while let event = try reading.next() {
            if case .start(let name, let attributes) = event { return (name, attributes) }
        }
        return nil
    }

    private static func batch(_ attributes: [XMLName: String], line: Int, _ remarks: inout EMSRemarks) -> EMSBatch {
        func required(_ name: String, _ remarks: inout EMSRemarks) -> String {
            let text = attributes[XMLName(name)] ?? ""
            if EMSText.isBlank(text) { remarks.refuse(name, "is missing or blank", line: line) }
            return text
        }
        var version = attributes[XMLName("TMFRMVERSION")] ?? ""
        if !EMSBatch.isModelVersion(version) {
            remarks.deviate("TMFRMVERSION", "'\(version)' is not of the form 3.3.1", line: line)
            if version.hasPrefix("v") || version.hasPrefix("V") { version.removeFirst() }
        }
        let known: Set = [
            "STUDYSYSTEMID", "STUDYID", "EVENTID", "TRANSFERSOURCEID", "TRANSFERID", "SPECIFICATIONID", "TMFRMVERSION",
        ]
        for name in attributes.keys.map(\.local).sorted() where !known.contains(name) && name != "schemaLocation" {
            remarks.deviate("BATCH", "the attribute \(name) is not known", line: line)
        }
        return EMSBatch(
            studySystemID: attributes[XMLName("STUDYSYSTEMID")], studyID: required("STUDYID", &remarks),
            eventID: attributes[XMLName("EVENTID")], transferSourceID: required("TRANSFERSOURCEID", &remarks),
            transferID: required("TRANSFERID", &remarks), agreement: required("SPECIFICATIONID", &remarks),
            modelVersion: version)
    }
}
