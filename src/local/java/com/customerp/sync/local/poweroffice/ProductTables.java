package com.customerp.sync.local.poweroffice;

import static com.customerp.sync.local.poweroffice.Member.decimal;
import static com.customerp.sync.local.poweroffice.Member.flag;
import static com.customerp.sync.local.poweroffice.Member.integer;
import static com.customerp.sync.local.poweroffice.Member.oneOf;
import static com.customerp.sync.local.poweroffice.Member.text;
import static com.customerp.sync.local.poweroffice.Member.timestamp;
import static com.customerp.sync.local.poweroffice.Member.uuid;

import com.customerp.sync.local.poweroffice.Member.Trait;
import java.util.List;

/** Members and filters of products: poweroffice-go-v2.md 13.5 and the OpenAPI document. */
final class ProductTables {
    static final String GROUPS = "ProductGroups";
    static final String GROUP = "ProductGroupId";
    static final String STANDARD_ACCOUNT = "StandardSalesAccountId";

    /** The 67 unit codes: mapping.md 9.5. */
    static final String[] UNITS =
            ("BX MTR KMT KGM EA LTR HUR DAY MTK MTQ TNE MON ANN QAN NL XRO XBA XPL XPC PR XCI XBG SET XTY XOF FTK KWH"
                            + " MWH LBR CMT DMT LM XPK GRM HGM XFL XBE E54 MMT DAA H18 MLT HLT DLT AK XCR E14 MJ J57"
                            + " XJG XCT XSA XTU WEE XCA XCN NAR M4 XVQ P1 MFU KMK LM3 FOT FM3 E34 E35")
                    .split(" ");

    private static final String LEDGER_ACCOUNTS = "GeneralLedgerAccounts";

    static final Shape PRODUCT = Shape.of(
            integer("Id").readOnly(),
            text(Codes.CODE, 100),
            text("Name", 400).with(Trait.REQUIRED),
            text("Description"),
            oneOf("ProductType", "Product", "Service").standard("Product"),
            decimal("UnitPrice").with(Trait.INHERITED),
            decimal("UnitCost").with(Trait.INHERITED),
            oneOf("UnitOfMeasureCode", UNITS),
            text("Gtin"),
            integer(GROUP).references(GROUPS),
            text("ProductGroupCode").twinOf(GROUP),
            integer(STANDARD_ACCOUNT).references(LEDGER_ACCOUNTS),
            integer("StandardSalesAccount").twinOf(STANDARD_ACCOUNT),
            agriculture("StandardSalesAccountAgricultureDepartment"),
            integer("OptionalSalesAccountId").references(LEDGER_ACCOUNTS),
            integer("OptionalSalesAccount").twinOf("OptionalSalesAccountId"),
            agriculture("OptionalSalesAccountAgricultureDepartment"),
            flag(Stock.IS_STOCK_ITEM, false),
            decimal(Stock.ON_HAND),
            decimal(Stock.AVAILABLE).readOnly(),
            timestamp(Stock.CHANGED),
            flag("IsArchived", false),
            timestamp(Tables.CHANGED),
            timestamp("CreatedDateTimeOffset"),
            uuid("CreatedFromImportJournalId").readOnly());

    static final List<Filter> FILTERS = List.of(
            Filter.texts("codes", Codes.CODE).doubted(),
            Filter.after("createdDateTimeOffsetGreaterThan", "CreatedDateTimeOffset"),
            Filter.flag("isArchived", "IsArchived"),
            Filter.after("lastChangedDateTimeOffsetGreaterThan", Tables.CHANGED),
            Filter.after("stockOnHandLastChangedDatetimeOffsetGreaterThan", Stock.CHANGED),
            Filter.texts("names", "Name"),
            Filter.texts("productGroupCodes", "ProductGroupCode"),
            Filter.exact("type", "ProductType"));

    private ProductTables() {}

    private static Member agriculture(String name) {
        return oneOf(name, "None", "Finance", "Farming", "Forestry", "FurAnimals", "OtherIndustries", "Private")
                .createOnly();
    }
}
