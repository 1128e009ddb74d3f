package cn.dangjian.identity.post;

import cn.dangjian.platform.directory.Tier;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which units have an office.
 *
 * @param tiers the tiers whose units get an account and a post for their office; those that are there stay
 */
@Validated
@ConfigurationProperties("dangjian.identity.office")
record OfficeSettings(
        @NotNull @DefaultValue({"PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE", "BRANCH"})
        Set<Tier> tiers) {

    boolean hasOffice(Tier tier) {
        return tiers.contains(tier);
    }
}
