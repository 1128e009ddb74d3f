package cn.dangjian.gateway.session;

import cn.dangjian.gateway.rate.Rate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The pages' sessions.
 *
 * @param identity where codes and refresh tokens are redeemed
 * @param patience how long that may take
 * @param firstPages how long what somebody sees first is waited for; what takes longer the page asks for itself
 * @param addressRate sign-ins and renewals of one client address
 */
@Validated
@ConfigurationProperties("dangjian.session")
record SessionSettings(
        @NotNull URI identity,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("1s") Duration firstPages,
        @Valid @Nullable Rate addressRate) {

    SessionSettings {
        if (addressRate == null) addressRate = new Rate(20, 120);
    }
}
