package cn.dangjian.assessment.scheme.content;

/** Who is shown the yearly ranking. */
public enum Audience {
    /** Whoever publishes the scheme, and who is above. */
    OWNER,
    /** Those who are ranked, too. */
    RANKED
}
