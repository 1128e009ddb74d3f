package cn.dangjian.dues.book.ledger;

/** Which money it is. */
public enum Fund {
    /** 党费. */
    DUES,
    /** 一次多交纳1000元以上的党费, all of which goes to the Centre on its own ledger. */
    VOLUNTARY
}
