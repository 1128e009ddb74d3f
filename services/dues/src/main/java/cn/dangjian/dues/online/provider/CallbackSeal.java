package cn.dangjian.dues.online.provider;

import cn.dangjian.dues.online.provider.OnlineSettings.Provider;
import java.security.PublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks that what comes in from outside was said by the provider, a moment ago. */
@Component
public class CallbackSeal {

    private final OnlineSettings settings;
    private final @Nullable PublicKey its;

    CallbackSeal(OnlineSettings settings) {
        this.settings = settings;
        this.its = settings.provider() == Provider.NONE ? null : Signatures.publicKey(settings.providerKey());
    }

    /** Where there is no provider nobody has said anything. */
    public boolean isRight(Signatures.Seal seal, byte[] body, Instant now) {
        return its != null && Signatures.isRight(its, Signatures.CALLBACK, seal, body, now, settings.window());
    }
}
