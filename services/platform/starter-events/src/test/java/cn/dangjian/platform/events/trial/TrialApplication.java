package cn.dangjian.platform.events.trial;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class TrialApplication {}
