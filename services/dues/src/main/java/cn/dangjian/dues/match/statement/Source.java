package cn.dangjian.dues.match.statement;

/** Whose list it is. */
public enum Source {
    /** 支付机构. */
    PROVIDER,
    /** 银行. */
    BANK
}
