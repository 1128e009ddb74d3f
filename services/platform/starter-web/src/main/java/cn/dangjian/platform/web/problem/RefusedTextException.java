package cn.dangjian.platform.web.problem;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A text of a body that a reader refuses: answered like one that a constraint refuses. */
public class RefusedTextException extends MismatchedInputException {

    private final String constraint;

    /** @param constraint what it breaks, for example {@code Printable}; its text is {@code field.Printable} */
    public RefusedTextException(JsonParser parser, String constraint) {
        super(parser, constraint);
        this.constraint = constraint;
    }

    String constraint() {
        return constraint;
    }
}
