package cn.dangjian.assessment.scheme.frame;

/** Is told in the same transaction that a scheme was published. */
public interface SchemeObserver {

    void schemePublished(Scheme scheme);
}
