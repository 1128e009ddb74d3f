package cn.dangjian.identity.alarm;

import cn.dangjian.platform.web.caller.AccountId;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * 登录压力: counts failures of each account from wherever, and from each address of whichever login, which no wait of a
 * single login from a single place shows. It refuses nobody.
 *
 * <p>They are written down once a second: under attack every failure would otherwise wait for the row of its address, and
 * hold a connection that the others need. A process that is killed loses what it counted within that second.
 */
@Service
public class FailureCounts {

    private final Alarms alarms;
    private final Map<String, Integer> counted = new ConcurrentHashMap<>();

    FailureCounts(Alarms alarms) {
        this.alarms = alarms;
    }

    /** One failed attempt; an account that nobody has is none. */
    public void failed(@Nullable AccountId account, String address) {
        if (account != null) counted.merge(Alarms.ACCOUNT + account.value(), 1, Integer::sum);
        counted.merge(Alarms.ADDRESS + address, 1, Integer::sum);
    }

    @PreDestroy
    @Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT1S")
    void writeDown() {
        for (String target : List.copyOf(counted.keySet())) {
            var failures = counted.remove(target);
            if (failures != null) alarms.add(target, failures);
        }
    }
}
