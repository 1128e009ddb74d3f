package cn.dangjian.platform.cases.trial;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class TrialApplication {}
