/// `VERIFY.txt`: how to check a package with tools that every system has.
enum VerifyText {
    static func text(base: String, head: String) -> String {
        """
        How to check this package
        =========================

        Nothing of the software that made it is needed. The commands are for Linux and macOS; on Windows use WSL, or
        any program that reads BagIt bags (RFC 8493). Unpack the package first, then go into the folder \(base).

        1. Every file is what it was when the package was made:

             sha256sum -c manifest-sha256.txt
             sha256sum -c tagmanifest-sha256.txt

           On macOS: shasum -a 256 -c manifest-sha256.txt

        2. No file was added or left out (bagit.py, from the Python package "bagit"):

             bagit.py --validate .

        3. The journal in data/journal.jsonl is whole, in order and unaltered. Each entry's hash is the SHA-256 of the
           hash before it (64 hexadecimal digits, the first 64 zeros) followed by the line. Where a line is withheld,
           its hash stands in its place. Save the lines between the marks as check.py and run: python3 check.py

           -----8<-----
        \(journalScript)
           ----->8-----

           It must print:

             \(head)

           which is also the TMF-Journal-Head in bag-info.txt. Compare it with the one that the sender told you on
           another way: who can replace the whole package can replace this text, too.

        4. If there is a seal.p7s: seal.txt states the SHA-256 of tagmanifest-sha256.txt, which step 1 ties to every
           file, and the head of step 3. Compare both, then check who signed it; trusted.pem holds the certificate of
           the sender's authority, which you have from elsewhere:

             sha256sum tagmanifest-sha256.txt; cat seal.txt
             openssl cms -verify -binary -inform DER -in seal.p7s -content seal.txt -CAfile trusted.pem \\
               -purpose any -out /dev/null

           The time in the signature is the signer's own statement: no third party vouches for it.

        """
    }

    /// Prints the head of `data/journal.jsonl`; ten lines that need only Python.
    static let journalScript = """
        import hashlib, json
        head = "0" * 64
        for line in open("data/journal.jsonl", encoding="utf-8", newline="\\n"):
            line = line.rstrip("\\n")
            entry = json.loads(line)
            if list(entry) == ["withheld"]:
                head = entry["withheld"]
            else:
                head = hashlib.sha256((head + line).encode("utf-8")).hexdigest()
        print(head)
        """
}
