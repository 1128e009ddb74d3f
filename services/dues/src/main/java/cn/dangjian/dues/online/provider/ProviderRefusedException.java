package cn.dangjian.dues.online.provider;

import java.io.Serial;

/** The provider has understood, and has done nothing. */
public class ProviderRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    ProviderRefusedException(String message) {
        super(message);
    }
}
