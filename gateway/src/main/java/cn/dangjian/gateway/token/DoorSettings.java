package cn.dangjian.gateway.token;

import cn.dangjian.gateway.address.Network;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may come to the door at all.
 *
 * @param origins web origins whose pages may call the API (CORS), such as {@code https://dj.example.gov.cn}; none if empty
 * @param metricsFrom networks that may read metrics without a token, if nobody asks through a proxy; none if empty
 * @param keysFor how long the identity service's public keys are believed before they are fetched again
 */
@Validated
@ConfigurationProperties("dangjian.door")
record DoorSettings(
        @DefaultValue List<String> origins,
        @DefaultValue List<Network> metricsFrom,
        @DefaultValue("5m") Duration keysFor) {}
