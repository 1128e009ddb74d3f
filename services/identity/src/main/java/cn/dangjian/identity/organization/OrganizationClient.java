package cn.dangjian.identity.organization;

import cn.dangjian.platform.neighbours.NeighbourClientConfiguration;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** HTTP: the organization service, for services. */
@FeignClient(
        name = "organization",
        url = "${dangjian.identity.organization.url}",
        configuration = NeighbourClientConfiguration.class)
interface OrganizationClient {

    @GetMapping("/internal/units/{id}")
    Registered unit(@PathVariable("id") long id);
}
