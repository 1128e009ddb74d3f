package cn.dangjian.platform.rules.trial;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class TrialApplication {}
