import TMFModel

extension PlacementDraft {
    /// The artifact by its number, or else by its names.
    mutating func findArtifact() {
        if let number = name.number {
            take(number, from: "the file name", certainty: 97)
        } else if let number = folder.number {
            take(number, from: "folder “\(folder.sources[.number] ?? "")”", certainty: 95)
        } else {
            if let unknown = name.unknownNumber ?? folder.unknownNumber {
                doubts.append("number \(unknown) is not in reference model \(model.version)")
            }
            findByNames()
        }
    }

    private mutating func take(_ number: ArtifactNumber, from place: String, certainty: Int) {
        artifact = model.place(number)
        sureness = certainty
        reasons.append("number \(number) in \(place)")
        // The name of another artifact, said in full in the file's own name, is worth a second look.
        let named = name.words.isEmpty ? [] : model.phrases.candidates(own: name.words, around: [], fit: { _ in 1 })
        guard let first = named.first,
            first.isComplete, first.artifact != artifact,
            !named.contains(where: { $0.artifact == artifact && $0.isComplete }),
            model.phrases.phrases[first.phrase].words.count > 1
        else { return }
        sureness -= 12
        alternatives = [first.artifact]
        doubts.append("but the name says “\(model.phrases.phrases[first.phrase].text)”")
    }

    private mutating func findByNames() {
        let candidates = model.phrases.candidates(own: name.words, around: folder.words, fit: fit)
        guard let first = candidates.first else { return }
        artifact = first.artifact
        let phrase = model.phrases.phrases[first.phrase]
        namedBy = phrase.text
        var sure = first.isComplete ? 84 : 54
        if phrase.kind == .name { sure += 4 }
        if candidates.count > 1 {
            let margin = (first.score - candidates[1].score) / first.score
            if margin < 0.04 { sure -= 45 } else if margin < 0.12 { sure -= 15 } else if margin < 0.25 { sure -= 5 }
            if margin < 0.04 { doubts.append("“\(phrase.text)” could be several artifacts") }
        }
        if first.ownShare < 0.5 { sure -= 8 }
        sure -= min(24, name.unexplained * 4)
        let number = model.phrases.artifacts[first.artifact].number
        if folder.section == number.sectionNumber { sure += 8 } else if folder.zone == number.zoneNumber { sure += 5 }
        if let section = folder.section, folder.zone == number.zoneNumber, section != number.sectionNumber {
            sure -= 15
        }
        if folder.zone != nil, folder.zone != number.zoneNumber {
            sure -= 15
            doubts.append("but folder “\(folder.sources[.branch] ?? "")” is another zone")
        }
        sureness = min(94, sure)
        alternatives = candidates.dropFirst().prefix { $0.score >= first.score * 0.5 }.map(\.artifact)
        let place =
            first.ownShare > 0.99
            ? "the file name"
            : first.ownShare > 0 ? "file and folder names" : "folder “\(folder.sources[.words] ?? "")”"
        reasons.insert(
            (first.isComplete ? "“\(phrase.text)” in \(place)" : "most of “\(phrase.text)” in \(place)"), at: 0)
        if let branch = folder.sources[.branch], folder.zone == number.zoneNumber {
            reasons.append("in folder “\(branch)”")
        }
    }

    /// How well an artifact fits the folders' zone and section, the level that the path names, and the person's role.
    func fit(_ artifact: Artifact) -> Float {
        var fit: Float = 1
        if let section = folder.section, artifact.number.sectionNumber != section {
            fit *= artifact.number.zoneNumber == folder.zone ? 0.22 : 0.18
        } else if let zone = folder.zone, artifact.number.zoneNumber != zone {
            fit *= 0.5
        }
        let isAtSite = site != nil || participant.map { $0.scope.level == .site } ?? false
        if isAtSite, !artifact.levels.contains(.site) { fit *= 0.8 }
        if !isAtSite, country != nil, !artifact.levels.contains(.country) { fit *= 0.93 }
        if let participant { fit *= fitOfRole(artifact, participant.role) }
        return fit
    }

    /// Whether the artifact's name says the role of the person: that decides among the curricula vitae of a site.
    private func fitOfRole(_ artifact: Artifact, _ role: String) -> Float {
        let own = ModelPhrases.words(of: artifact.name)
        let isSub = own.contains("sub") || own.contains("subinvestigator")
        guard own.contains("investigator") || own.first == "other" else { return 1 }
        switch role {
        case "principal-investigator": return own.contains("principal") ? 1.1 : isSub || own.first == "other" ? 0.85 : 1
        case "sub-investigator": return isSub ? 1.1 : own.contains("principal") || own.first == "other" ? 0.85 : 1
        default: return own.first == "other" ? 1.1 : own.contains("principal") || isSub ? 0.85 : 1
        }
    }
}
