package cn.dangjian.gateway.address;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may speak for others.
 *
 * @param trusted networks of the load balancers whose X-Forwarded headers are believed
 */
@Validated
@ConfigurationProperties("dangjian.proxies")
record ProxySettings(@DefaultValue List<Network> trusted) {}
