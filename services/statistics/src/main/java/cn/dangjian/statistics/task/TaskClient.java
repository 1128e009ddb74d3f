package cn.dangjian.statistics.task;

import cn.dangjian.platform.neighbours.NeighbourClientConfiguration;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** HTTP: the task service, for services. */
@FeignClient(name = "task", url = "${dangjian.statistics.task.url}", configuration = NeighbourClientConfiguration.class)
interface TaskClient {

    @GetMapping("/internal/dispatches/{id}")
    Issued dispatch(@PathVariable("id") long id);
}
