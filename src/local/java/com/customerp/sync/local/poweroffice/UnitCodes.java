package com.customerp.sync.local.poweroffice;

/** The unit codes of poweroffice-go-v2.openapi.yaml, UnitOfMeasureType. */
final class UnitCodes {
    private static final String CODES = """
            AK ANN BX CMT DAA DAY DLT DMT E14 E34 E35 E54 EA FM3 FOT FTK GRM
            H18 HGM HLT HUR J57 KGM KMK KMT KWH LBR LM LM3 LTR M4 MFU MJ MLT
            MMT MON MTK MTQ MTR MWH NAR NL P1 PR QAN SET TNE WEE XBA XBE XBG
            XCA XCI XCN XCR XCT XFL XJG XOF XPC XPK XPL XRO XSA XTU XTY XVQ
            """;

    private UnitCodes() {}

    static String[] all() {
        return CODES.strip().split("\\s+");
    }
}
