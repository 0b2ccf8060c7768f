// Turns the list of options into buttons. The front draws a new order on each showing and keeps
// it, with what was chosen, for the back; where a program forgets between the two faces, the back
// shows the order as written. Without this script the list and the answer are plain text.
(function () {
  "use strict";
  var choice = document.querySelector(".choice");
  var list = choice && choice.querySelector("ol.options");
  if (!list) { return; }

  var name = "quizapp-" + choice.getAttribute("data-card");
  var key = Number(choice.getAttribute("data-key"));
  var onBack = choice.hasAttribute("data-key");
  var items = Array.prototype.slice.call(list.children);

  function remember(shown) {
    window[name] = shown;
    try { window.sessionStorage.setItem(name, JSON.stringify(shown)); } catch (refused) { }
  }

  function remembered() {
    if (window[name]) { return window[name]; }
    try { return JSON.parse(window.sessionStorage.getItem(name)); } catch (refused) { return null; }
  }

  function fits(shown) {
    return shown && shown.order && shown.order.length === items.length &&
      shown.order.every(function (place) { return items[place]; });
  }

  function asWritten() {
    return items.map(function (item, place) { return place; });
  }

  function drawn() {
    var order = asWritten();
    for (var last = order.length - 1; last > 0; last -= 1) {
      var other = Math.floor(Math.random() * (last + 1));
      var kept = order[last];
      order[last] = order[other];
      order[other] = kept;
    }
    return order;
  }

  function turnOver() {
    if (typeof window.pycmd === "function") { window.pycmd("ans"); }
    else if (typeof window.showAnswer === "function") { window.showAnswer(); }
  }

  var shown = onBack ? remembered() : null;
  if (!fits(shown)) {
    var keepsOrder = onBack || list.classList.contains("fixed");
    shown = { order: keepsOrder ? asWritten() : drawn(), chosen: null };
  }
  if (!onBack) { remember(shown); }

  function mark(button, place) {
    var chosen = shown.chosen === place;
    button.setAttribute("aria-pressed", chosen ? "true" : "false");
    button.classList.toggle("chosen", chosen);
    if (!onBack) { return; }
    button.disabled = true;
    button.classList.toggle("right", place + 1 === key);
    button.classList.toggle("wrong", chosen && place + 1 !== key);
  }

  var buttons = [];
  shown.order.forEach(function (place) {
    var button = document.createElement("button");
    button.type = "button";
    button.innerHTML = items[place].innerHTML;
    button.addEventListener("click", function () {
      shown.chosen = place;
      remember(shown);
      buttons.forEach(function (each) { mark(each.button, each.place); });
      turnOver();
    });
    mark(button, place);
    buttons.push({ button: button, place: place });
    items[place].textContent = "";
    items[place].appendChild(button);
    list.appendChild(items[place]);
  });
  choice.classList.add("live");
}());
