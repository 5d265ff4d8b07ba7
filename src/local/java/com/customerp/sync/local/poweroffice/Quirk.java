package com.customerp.sync.local.poweroffice;

/** What the contract leaves open or a server may do; each is off unless it is named in {@link PowerOfficeOptions}. */
public enum Quirk {
    /** Lists carry no {@code X-Pagination}. */
    NO_PAGINATION_HEADER,
    /** The uncertain filters (organizationNumbers, importedOrderNos, ...) are accepted and have no effect. */
    UNCERTAIN_FILTERS_IGNORED,
    /** The uncertain filters are answered with 400. */
    UNCERTAIN_FILTERS_REFUSED,
    /** Problem details are spelt {@code Title}, {@code Status}, {@code Detail} instead of lower case. */
    PASCAL_CASE_PROBLEMS,
    /** A 429 of the throttle carries {@code Retry-After}. */
    RETRY_AFTER,
    /** {@code replace} of an address member is refused while there is no address; {@code add /MailAddress} works. */
    ADDRESS_ONLY_BY_ADD,
    /** City and ZipCode of an address cannot be set to null. */
    ADDRESS_NOT_CLEARABLE,
    /** A Code of products or projects that another record has is answered with 400, which names the holder. */
    CODES_UNIQUE,
    /** Products without prices of their own are shown with those of their group. */
    GROUP_PRICES_SHOWN,
    /** Projects created without a status or IsBillable become active and billable. */
    PROJECT_DEFAULTS,
    /** A PATCH of a project is answered without a body. */
    PROJECT_PATCH_WITHOUT_BODY,
    /** Single reads of projects are spelt in camelCase. */
    CAMEL_CASE_PROJECTS,
    /** Dates are shown with a time part. */
    DATES_WITH_TIME,
    /** Reads of orders show inherited values as if {@code showInherited} were always asked for. */
    INHERITED_VALUES_SHOWN,
    /** A new line without an allowance takes the customer's. */
    ALLOWANCE_FROM_CUSTOMER,
    /** Writes to a confirmed order are answered with 409 instead of 400. */
    LOCKED_IS_CONFLICT,
    /** A change of a line moves the change time of its order. */
    LINES_MOVE_ORDER_TIME,
    /** An invoice gets an id of its own instead of the order's. */
    INVOICE_HAS_OWN_ID,

    /** Texts lose blanks at both ends. */
    TRIMS,
    /** Empty texts become null. */
    EMPTY_BECOMES_NULL,
    /** Repeated blanks in texts become one. */
    COLLAPSES_BLANKS,
    /** Phone numbers lose their blanks. */
    PHONE_WITHOUT_BLANKS,
    /** Phone numbers without a country get {@code +47}. */
    PHONE_WITH_COUNTRY,
    /** E-mail addresses become lower case. */
    EMAIL_LOWER_CASE,
    /** Web sites without a scheme get {@code http://}. */
    WEBSITE_WITH_SCHEME,
    /** Web sites get a slash at their end. */
    WEBSITE_WITH_SLASH,
    /** Organization numbers of nine digits become {@code NO 987 654 325 MVA}. */
    ORGANIZATION_NUMBER_FORMATTED,
    /** −1 (none) in a dimension becomes null. */
    MINUS_ONE_BECOMES_NULL,
    /** Decimals are rounded half up to two places. */
    DECIMALS_ROUNDED,
    /** Decimals are shown with a point: 5.0 for 5. */
    DECIMALS_WITH_POINT
}
