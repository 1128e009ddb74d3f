package cn.dangjian.platform.web.trial;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Speaks of two things that have the same name, as two rooms of a service may. */
@RestController
class TwinController {

    static class East {
        record Request(String colour) {}
    }

    static class West {
        record Request(int weight) {}
    }

    @PostMapping("/v1/twins/east")
    East.Request east(@RequestBody East.Request request) {
        return request;
    }

    @PostMapping("/v1/twins/west")
    West.Request west(@RequestBody West.Request request) {
        return request;
    }
}
