extension CutOff {
    /// The cut-offs in use with the Swedish solid-tumour panel GMS560 (Twist_Solid), as the project's standards sheet records them: TMB 10
    /// per Mb; MSI 10 %, and a grey zone of 2.5–6 % in the filtered score; HRD around 50. Which side a limit itself belongs to is not
    /// written there: a TMB, MSI or HRD score *at* its limit counts as high, and both ends of the grey zone as grey.
    ///
    /// A laboratory's own list goes before this one.
    package static let gms560: [CutOff] = [
        CutOff(
            name: "tmb", unit: "1/1000000", bands: [Band(from: nil, meaning: .low), Band(from: 10, meaning: .high)],
            source: gms560Source),
        CutOff(
            name: "msi", unit: "%", bands: [Band(from: nil, meaning: .stable), Band(from: 10, meaning: .high)],
            source: gms560Source),
        CutOff(
            name: "msi-filtered", unit: "%",
            bands: [
                Band(from: nil, meaning: .stable), Band(from: 2.5, meaning: .grey),
                Band(from: 6, includesFrom: false, meaning: .high),
            ], source: gms560Source),
        CutOff(
            name: "hrd", unit: "{score}", bands: [Band(from: nil, meaning: .low), Band(from: 50, meaning: .high)],
            isApproximate: true, source: gms560Source),
    ].compactMap { $0 }

    private static let gms560Source = "GMS560/Twist_Solid, cut-offs in use in Sweden"
}
