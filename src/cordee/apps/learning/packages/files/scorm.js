// SCORM 1.2: finds the API of the platform in the frames above, and tells it status, score, text and time.
"use strict";

(() => {
  const started = Date.now();
  let api = null;
  let ended = false;

  const look = (frame) => {
    for (let up = 0; frame && up < 10; up += 1) {
      try {
        if (frame.API) return frame.API;
      } catch {
        return null;
      }
      if (frame === frame.parent) return null;
      frame = frame.parent;
    }
    return null;
  };

  const sessionTime = () => {
    const seconds = Math.floor((Date.now() - started) / 1000);
    const two = (number) => String(number).padStart(2, "0");
    return `${String(Math.floor(seconds / 3600)).padStart(4, "0")}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  };

  const set = (name, value) => {
    if (String(api.LMSSetValue(name, String(value))) !== "true") throw new Error(name);
  };

  window.cordee = {
    connected: () => api !== null,
    canLeave: () => false,
    leave: () => {},

    async start() {
      api = look(window) || (window.opener ? look(window.opener) : null);
      if (!api) return "";
      if (String(api.LMSInitialize("")) !== "true") {
        api = null;
        throw new Error("LMSInitialize");
      }
      if (api.LMSGetValue("cmi.core.lesson_status") === "not attempted") {
        set("cmi.core.lesson_status", "incomplete");
      }
      return api.LMSGetValue("cmi.suspend_data");
    },

    async complete(score, text) {
      if (!api) return;
      if (score) {
        set("cmi.core.score.min", 0);
        set("cmi.core.score.max", 100);
        set("cmi.core.score.raw", Math.round((100 * score.right) / score.asked));
      }
      if (text !== undefined) set("cmi.suspend_data", text);
      set("cmi.core.lesson_status", "completed");
      if (String(api.LMSCommit("")) !== "true") throw new Error("LMSCommit");
    },

    end() {
      if (!api || ended) return;
      ended = true;
      api.LMSSetValue("cmi.core.session_time", sessionTime());
      api.LMSFinish("");
    },
  };
})();
