package cn.dangjian.statistics;

import cn.dangjian.testkit.SettingsRules;

class SettingsTest extends SettingsRules {}
