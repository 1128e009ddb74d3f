package cn.dangjian.dues.online.provider;

import java.io.Serial;

/** The provider did not answer, or not with what it has signed: what it has done is not known. */
public class ProviderSilentException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    ProviderSilentException(String message) {
        super(message);
    }
}
