package cn.dangjian.platform.web.problem;

/** A parameter of a request that an argument resolver refuses: answered like one that a constraint refuses. */
public class RefusedParameterException extends RuntimeException {

    private final String parameter;
    private final String constraint;

    /** @param constraint what it breaks, for example {@code Max}; its text is {@code field.Max} in problems.properties */
    public RefusedParameterException(String parameter, String constraint) {
        super(parameter + ": " + constraint);
        this.parameter = parameter;
        this.constraint = constraint;
    }

    String parameter() {
        return parameter;
    }

    String constraint() {
        return constraint;
    }
}
