package cn.dangjian.platform.web.trial;

import cn.dangjian.platform.web.caller.AccessVersions;
import cn.dangjian.platform.web.caller.OpenPaths;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;

@SpringBootApplication
class TrialApplication {

    /** May do something else since version 3. */
    static final long CHANGED = 71;

    /** Nobody can find out about this one. */
    static final long OBSCURE = 72;

    @Bean
    OpenPaths openPaths() {
        return new OpenPaths("/v1/open/**");
    }

    @Bean
    AccessVersions accessVersions() {
        return (account, version) -> {
            if (account.value() == OBSCURE) throw new DataAccessResourceFailureException("password=secret");
            return account.value() == CHANGED && version < 3;
        };
    }
}
