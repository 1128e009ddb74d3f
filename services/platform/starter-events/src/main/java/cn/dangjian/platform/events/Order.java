package cn.dangjian.platform.events;

/** What a listener needs to know about the order of events with the same key. */
public enum Order {
    /** Effects commute: only repeated deliveries are skipped. */
    ANY,
    /** Events carry whole states: those older than the newest version heard are skipped. */
    LATEST,
    /** Every version counts, one after the other: older ones are skipped, those after a gap wait until it is filled. */
    EACH,
    /** The listener keeps versions in its own rows and is idempotent by itself; nothing else is written. */
    OWN
}
