package cn.dangjian.identity.organization;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** HTTP: the organization service, for services. */
@FeignClient(
        name = "organization",
        url = "${dangjian.identity.organization.url}",
        configuration = OrganizationClientConfiguration.class)
interface OrganizationClient {

    @GetMapping("/internal/units/{id}")
    UnitAnswer unit(@PathVariable("id") long id);

    /** What identity reads of the answer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record UnitAnswer(long id, String code) {}
}
