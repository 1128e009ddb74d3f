package cn.dangjian.dues.paper.naming;

import cn.dangjian.platform.neighbours.NeighbourClientConfiguration;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** HTTP: the member service, for services. */
@FeignClient(name = "member", url = "${dangjian.dues.member.url}", configuration = NeighbourClientConfiguration.class)
interface MemberClient {

    @PostMapping("/internal/member-names")
    Named names(@RequestBody Asked asked);
}
