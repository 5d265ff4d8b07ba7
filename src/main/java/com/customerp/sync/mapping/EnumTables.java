package com.customerp.sync.mapping;

import static com.customerp.sync.mapping.EnumTable.Row.both;
import static com.customerp.sync.mapping.EnumTable.Row.customerpOnly;
import static com.customerp.sync.mapping.EnumTable.Row.readOnly;

import java.util.Arrays;

/** The tables of mapping.md 9. */
public final class EnumTables {

    /** 9.1: {@code InvoiceDeliveryType}. The payer chooses AvtaleGiro and eFaktura. */
    public static final EnumTable INVOICE_DELIVERY = EnumTable.of(
            both("pdfByEmail", "PdfByEmail"),
            both("print", "Print"),
            both("ehf", "EHF"),
            readOnly("avtaleGiro", "AvtaleGiro"),
            both("external", "External"),
            readOnly("eFaktura", "Efaktura"),
            both("factoring", "Factoring"));

    /** 9.2: {@code ProjectStatusType}. */
    public static final EnumTable PROJECT_STATUS = EnumTable.of(
            both("tentative", "Tentative"),
            both("notStarted", "NotStarted"),
            both("active", "Active"),
            both("complete", "Complete"),
            both("archived", "Archived"));

    /** 9.3: {@code ProjectBillingMethod}. */
    public static final EnumTable BILLING_METHOD = EnumTable.of(
            both("fixedPrice", "FixedPrice"), both("time", "Time"), both("timeAndExpenses", "TimeAndExpenses"));

    /** 9.4: {@code ProductType}; null counts as product. */
    public static final EnumTable PRODUCT_TYPE =
            EnumTable.of(both("product", "Product"), both("service", "Service")).nullIs("product");

    /** 9.5: {@code UnitOfMeasureType}, the same codes on both sides. */
    public static final EnumTable UNIT_CODE = same("""
            AK ANN BX CMT DAA DAY DLT DMT E14 E34 E35 E54 EA FM3 FOT FTK GRM
            H18 HGM HLT HUR J57 KGM KMK KMT KWH LBR LM LM3 LTR M4 MFU MJ MLT
            MMT MON MTK MTQ MTR MWH NAR NL P1 PR QAN SET TNE WEE XBA XBE XBG
            XCA XCI XCN XCR XCT XFL XJG XOF XPC XPK XPL XRO XSA XTU XTY XVQ""");

    /** 9.6: {@code OrderStatus}; null counts as draft. An invoiced order is no longer among PowerOffice's orders. */
    public static final EnumTable ORDER_STATUS = EnumTable.of(
                    both("draft", "Draft"), both("confirmed", "Confirmed"), customerpOnly("invoiced"))
            .nullIs("draft");

    private EnumTables() {}

    private static EnumTable same(String codes) {
        return EnumTable.of(
                Arrays.stream(codes.split("\\s+")).map(code -> both(code, code)).toArray(EnumTable.Row[]::new));
    }
}
