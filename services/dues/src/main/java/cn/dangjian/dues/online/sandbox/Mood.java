package cn.dangjian.dues.online.sandbox;

/** How the sandbox misbehaves. */
enum Mood {
    GOOD,
    /** The order: answers 500 and has stored nothing. */
    ORDER_FAILS,
    /** The order: stored, and no answer comes. */
    ORDER_SILENT,
    /** The order: not wanted. */
    ORDER_REFUSED,
    /** The order: paid and told before it is answered. */
    EARLY,
    /** The payment: told twice. */
    TWICE,
    /** The payment: told by nobody. */
    NEVER,
    /** The payment: told with another amount. */
    OTHER_AMOUNT,
    OTHER_MERCHANT,
    OTHER_CURRENCY,
    /** The payment: of an order that nobody knows. */
    OTHER_ORDER,
    /** The payment: with a signature that is for something else. */
    FORGED,
    /** The payment: signed an hour ago. */
    OLD,
    /** The refund: done, and no answer comes. */
    REFUND_SILENT,
    /** The refund: under way until it is asked about. */
    REFUND_SLOW,
    /** The refund: does not work. */
    REFUND_FAILS,
    /** The closing: answers 500. */
    CLOSING_FAILS
}
