package cn.dangjian.dues.online.provider;

import cn.dangjian.platform.neighbours.NeighbourSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Through whom members pay.
 *
 * @param provider who it is
 * @param merchant under which name we are known there
 * @param merchantKey with what we sign: a private key of RSA (PKCS #8, base64)
 * @param providerKey with what we check what it says: its public key (X.509, base64)
 * @param notifyUrl where it tells us that something is paid; {@code own} is this process
 * @param window how far the second of a message may be from ours
 * @param orderLife how long an order can be paid
 * @param call how it is asked; an address {@code own} is this process, for the sandbox
 */
@Validated
@ConfigurationProperties("dangjian.dues.online")
public record OnlineSettings(
        @NotNull @DefaultValue("none") Provider provider,
        @NotNull @DefaultValue("") String merchant,
        @NotNull @DefaultValue("") String merchantKey,
        @NotNull @DefaultValue("") String providerKey,
        @NotNull @DefaultValue("own") String notifyUrl,
        @NotNull @DefaultValue("5m") Duration window,
        @NotNull @DefaultValue("30m") Duration orderLife,
        @NotNull @Valid NeighbourSettings call) {

    /** Who may be asked. */
    public enum Provider {
        NONE,
        SANDBOX
    }

    @Override
    public String toString() {
        return "OnlineSettings[provider=" + provider + ", merchant=" + merchant + "]";
    }
}
