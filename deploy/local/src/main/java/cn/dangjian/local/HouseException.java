package cn.dangjian.local;

/** The house cannot start; the message is one line for a person, who needs no stack trace. */
public class HouseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HouseException(String message) {
        super(message);
    }
}
