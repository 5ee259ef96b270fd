# Renders templates with the reference implementation: one JSON object a line, {"template", "data"}, in;
# one {"output"} or {"error"} a line out.
require "json"
require "liquid"

STDIN.each_line do |line|
  request = JSON.parse(line)
  begin
    template = Liquid::Template.parse(request["template"], error_mode: :strict)
    puts JSON.generate({ "output" => template.render(request["data"]) })
  rescue StandardError => error
    puts JSON.generate({ "error" => error.message })
  end
end
