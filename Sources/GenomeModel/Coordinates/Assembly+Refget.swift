extension Assembly {
    /// The refget accession of `contig` (`SQ.` + sha512t24u of its upper-case bases), which a VRS identifier is built on.
    ///
    /// Nil for the chromosomes of GRCh37, whose accessions are computed from the reference:
    /// `ReferenceSequence.refgetAccession(of:in:)`. MT is the same sequence in both.
    public func refgetAccession(of contig: Contig) -> String? {
        guard self == .grch38 || contig == .mt else { return nil }
        return Assembly.grch38Refget[Int(contig.rawValue) - 1]
    }

    private static let grch38Refget = [
        "SQ.Ya6Rs7DHhDeg7YaOSg1EoNi3U_nQ9SvO", "SQ.pnAqCRBrTsUoBghSD1yp_jXWSmlbdh4g",
        "SQ.Zu7h9AggXxhTaGVsy7h_EZSChSZGcmgX", "SQ.HxuclGHh0XCDuF8x6yQrpHUBL7ZntAHc",
        "SQ.aUiQCzCPZ2d0csHbMSbh2NzInhonSXwI", "SQ.0iKlIQk2oZLoeOG9P1riRU6hvL5Ux8TV",
        "SQ.F-LrLMe1SRpfUZHkQmvkVKFEGaoDeHul", "SQ.209Z7zJ-mFypBEWLk4rNC6S_OxY5p7bs",
        "SQ.KEO-4XBcm1cxeo_DIQ8_ofqGUkp4iZhI", "SQ.ss8r_wB0-b9r44TQTMmVTI92884QvBiB",
        "SQ.2NkFm8HK88MqeNkCgj78KidCAXgnsfV1", "SQ.6wlJpONE3oNb4D69ULmEXhqyDZ4vwNfl",
        "SQ._0wi-qoDrvram155UmcSC-zA5ZK4fpLT", "SQ.eK4D2MosgK_ivBkgi6FVPg5UXs1bYESm",
        "SQ.AsXvWL1-2i5U_buw6_niVIxD6zTbAuS6", "SQ.yC_0RBj3fgBlvgyAuycbzdubtLxq-rE0",
        "SQ.dLZ15tNO1Ur0IcGjwc3Sdi_0A6Yf4zm7", "SQ.vWwFhJ5lQDMhh-czg06YtlWqu0lvFAZV",
        "SQ.IIB53T8CNeJJdUqzn9V_JnRtQadwWCbl", "SQ.-A1QmD_MatoqxvgVxBLZTONHz9-c7nQo",
        "SQ.5ZUqxCmDDgN4xTRbaSjN8LwgZironmB8", "SQ.7B7SHsmchAR0dFcDCuSFjJAo7tX87krQ",
        "SQ.w0WZEvgJF0zf_P4yyTzjjv9oW1z61HHP", "SQ.8_liLu1aycC0tPQPFmUaGXJLDs5SbPZ5",
        "SQ.k3grVkjY-hoWcCUojHw6VU6GE3MZ8Sct",
    ]
}
